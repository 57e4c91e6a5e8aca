// In the browser: takes over the article that is there.

import { hydrateRoot } from 'react-dom/client'
import { Article } from './react.jsx'

const story = JSON.parse(document.getElementById('data').textContent)
hydrateRoot(document.querySelector('main'), <Article story={story} />)
