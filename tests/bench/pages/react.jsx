// The same page in React, with a card of Radix for each name: rendered when the site is built, then brought to life.

import * as HoverCard from '@radix-ui/react-hover-card'
import { createContext, memo, useContext, useState } from 'react'

const Story = createContext()
const Framing = createContext('none')

export function Article({ story }) {
  const [framing, setFraming] = useState('none')
  const count = story.paragraphs.filter(({ frames }) => frames.includes(framing)).length
  return (
    <Story.Provider value={story}>
      <Framing.Provider value={framing}>
        <article data-framing={framing}>
          <h1>{story.title}</h1>
          <div className="switch" role="group" aria-label="Read as">
            {story.framings.map(({ id, name }) => (
              <button key={id} type="button" data-framing={id} aria-pressed={framing === id} onClick={() => setFraming(framing === id ? 'none' : id)}>{name}</button>
            ))}
          </div>
          <p role="status">{framing === 'none' ? '' : `${count} of ${story.paragraphs.length} paragraphs`}</p>
          {story.framings.map(({ id, name, standfirst }) => (
            <p key={id} className="standfirst" data-framing={id}><b>{name}.</b> {standfirst}</p>
          ))}
          {story.paragraphs.map((paragraph, index) => <Block key={paragraph.line} {...paragraph} first={index === 0} />)}
        </article>
      </Framing.Provider>
    </Story.Provider>
  )
}

const Block = memo(({ pieces, frames, notes, first }) => (
  <div className="block" data-frames={frames.join(' ')}>
    <p elementtiming={first ? 'text' : undefined}>
      {pieces.map(({ text, actor, frames }, index) => {
        const shown = frames.length ? <mark key={index} data-frames={frames.join(' ')}>{text}</mark> : text
        return actor ? <Name key={index} actor={actor}>{shown}</Name> : shown
      })}
    </p>
    {Object.entries(notes).map(([framing, text]) => <p key={framing} className="note" data-framing={framing}>{text}</p>)}
  </div>
))

function Name({ actor, children }) {
  const [open, setOpen] = useState(false)
  const press = event => {
    if (event.type === 'click' || event.key === 'Enter' || event.key === ' ') setOpen(true)
  }
  return (
    <HoverCard.Root open={open} onOpenChange={setOpen} openDelay={500} closeDelay={250}>
      <HoverCard.Trigger asChild>
        <span className="name" role="button" tabIndex={0} aria-haspopup="dialog" aria-expanded={open} onClick={press} onKeyDown={press}>{children}</span>
      </HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content className="card" sideOffset={8} align="start"><Card actor={actor} /></HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  )
}

function Card({ actor }) {
  const { actors, framings } = useContext(Story)
  const framing = useContext(Framing)
  const { name, kind, role, stances } = actors[actor]
  return (
    <>
      <h2>{name}</h2>
      <p>{kind}</p>
      <p>{role}</p>
      {framings.filter(({ id }) => framing === 'none' || framing === id).map(({ id, name }) => (
        <section key={id}>
          <h3>{name}</h3>
          <p>{stances[id] ? `As ${stances[id].as}: ${stances[id].text}` : 'These articles state none.'}</p>
        </section>
      ))}
    </>
  )
}
