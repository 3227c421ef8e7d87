import { Badge, Button, SearchBox } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import type { CannedAnswer } from '../api/shapes.ts'
import { useKnown } from '../data/desk.tsx'
import { Waiting } from '../desk/waiting.tsx'
import { useTongue } from '../tongue.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { PageHead } from './page-head.tsx'

/** The canned answers, which leads keep. */
export function Answers() {
  const { words } = useTongue()
  const { value } = useKnown<{ cannedAnswers: CannedAnswer[] }>('/canned-answers?disabled=true')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<CannedAnswer | 'new'>()
  if (!value) return <Waiting />
  const wanted = typed.trim().toLowerCase()
  const shown = value.cannedAnswers.filter(({ shortcut, title, text }) =>
    `${shortcut} ${title} ${text}`.toLowerCase().includes(wanted),
  )
  return (
    <section className="page">
      <PageHead title={words.answers.title}>
        <SearchBox
          aria-label={words.answers.find}
          placeholder={words.answers.find}
          value={typed}
          onChange={(_event, data) => setTyped(data.value)}
        />
        <Button appearance="primary" icon={<AddRegular />} onClick={() => setOpen('new')}>
          {words.answers.add}
        </Button>
      </PageHead>
      <ul className="answers">
        {shown.map((answer) => (
          <li key={answer.id} lang={answer.locale}>
            <div className="answer-head">
              <b>
                /{answer.shortcut.replace(/^\//, '')} · {answer.title}
              </b>
              <Badge appearance="outline">{words.languages[answer.locale]}</Badge>
              {answer.disabled && (
                <Badge appearance="tint" color="subtle">
                  {words.answers.disabled}
                </Badge>
              )}
              <Button
                size="small"
                aria-label={`${words.answers.edit}: ${answer.title}`}
                onClick={() => setOpen(answer)}
              >
                {words.answers.edit}
              </Button>
            </div>
            <p>{answer.text}</p>
          </li>
        ))}
      </ul>
      {open && (
        <AnswerDialog
          answer={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
