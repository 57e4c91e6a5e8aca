// When the site is built: the article as HTML.

import { renderToString } from 'react-dom/server'
import { Article } from './react.jsx'

export const html = story => renderToString(<Article story={story} />)
