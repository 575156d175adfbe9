/** Every control and picture on one page, for the tests and for looking at. */
import type { Lang } from '../words/languages.ts';
import { langs } from '../words/languages.ts';
import { createTally } from '../words/speak.ts';
import {
  Button,
  ButtonLink,
  Check,
  Checks,
  Choice,
  Does,
  FileField,
  Form,
  MoneyField,
  Select,
  TextArea,
  TextField,
} from './controls.tsx';
import { Amount, DayTime } from './facts.tsx';
import { Frame, type FrameProps } from './frame.tsx';
import {
  Acts,
  Band,
  Facts,
  Fold,
  Half,
  Heading,
  Links,
  Quote,
  Row,
  Rows,
  Section,
  Sheet,
  Side,
  Tag,
  Ticks,
  Title,
  Wrap,
} from './layout.tsx';
import { Empty, Note, Problems, Progress, Saved, Working } from './notes.tsx';
import { Load } from './pictures/load.tsx';
import { Plates } from './pictures/plates.tsx';
import { PollMark } from './pictures/poll.tsx';
import { Pot } from './pictures/pot.tsx';
import { Scene } from './pictures/scene.tsx';
import { Seats } from './pictures/seats.tsx';
import { Spread } from './pictures/spread.tsx';
import { Timeline } from './pictures/timeline.tsx';
import { Table } from './table.tsx';

const closing = '2026-02-24T17:00:00Z';

export function frameFor(lang: Lang, styleHref: string): Omit<FrameProps, 'title' | 'children'> {
  return {
    lang,
    styleHref,
    tally: createTally(),
    tools: {
      hide: true,
      helpHref: '/help',
      languages: langs.map((each) => ({ lang: each, href: `?lang=${each}`, current: each === lang })),
    },
    brand: { name: 'The Long Table Fund', href: '/' },
    foot: { person: 'Ife', phone: '01632 960 114', ringHref: '/ring', privacyHref: '/privacy' },
  };
}

/** What someone typed, sent to every place that shows typed words. */
export const typed = '<img src=x onerror="alert(1)"> & سمير';

export function Gallery({ lang, styleHref }: { lang: Lang; styleHref: string }) {
  return (
    <Frame {...frameFor(lang, styleHref)} title="Gallery" bare nav={[{ href: '/', label: 'My pile', current: true }]}>
      <Scene />
      <Wrap>
        <Title lede="We give money to groups led by people who have moved here." step={<b>Decision day</b>}>
          Money for leadership, chosen by people who have moved
        </Title>
        <Tag icon="clock">
          Open now. Closing day:{' '}
          <b>
            <DayTime at={closing} />
          </b>
        </Tag>
        <Does>
          <ButtonLink href="/fit">See if it fits you</ButtonLink>
          <Button kind="quiet">Ask us to ring you</Button>
        </Does>
        <Section title="How much you can ask for" id="much" line>
          <Plates
            sizes={[
              { name: 'Seed', range: '£2,000 to £15,000', children: <p>A first step.</p> },
              { name: 'Grow', range: '£15,001 to £45,000', children: <p>A group ready to build.</p> },
              { name: 'Weave', range: '£45,001 to £80,000' },
            ]}
          />
        </Section>
      </Wrap>
      <Band>
        <Heading>Where we are</Heading>
        <Timeline
          label="The round"
          wide
          steps={[
            { label: 'Designed together', when: 'October', state: 'past' },
            { label: 'Open call', when: '13 January', state: 'now' },
            { label: 'Reading', when: '5 March', state: 'ahead' },
            { label: 'Everyone hears', when: '30 April', state: 'ahead', href: '/when' },
          ]}
        />
      </Band>
      <Wrap>
        <Heading>
          <Amount pence={120_000_000} /> on the table
        </Heading>
        <Pot
          title="The pot"
          total={120_000_000}
          blocks={[
            { label: 'Alder Row Trust', pence: 30_000_000 },
            { label: typed, pence: 25_000_000 },
            { label: 'Saltmarsh Giving', pence: 20_000_000 },
            { label: 'Small', pence: 10_000 },
          ]}
        />
        <Pot
          title="Too much"
          total={30_000_000}
          blocks={[
            { label: 'Seed', pence: 9_480_000 },
            { label: 'Grow', pence: 24_140_000 },
          ]}
        />
        <Side wideAside label="How it looks" aside={<AsideOf />}>
          <Rows>
            <Row title="Romano Drom Together" href="/a" aside={<Amount pence={2_990_000} big />}>
              <Spread counts={[0, 0, 1, 2]} about="Power" />
              <Quote>“The board is all Roma.” {typed}</Quote>
              <Does>
                <Button kind="small">Take off the table</Button>
              </Does>
            </Row>
            <Row title={<bdi>{typed}</bdi>} aside={<Amount pence={1_200_000} big />}>
              <Spread counts={[1, 0, 0, 2]} />
            </Row>
          </Rows>
          <Table
            caption="Who reads what"
            head={[{ label: 'Group' }, { label: 'Readers' }, { label: 'Asked for', right: true }]}
            rows={[
              ['Krok Dalej', 'Three', <Amount key="a" pence={1_200_000} />],
              [typed, 'Two', <Amount key="b" pence={1_500_050} />],
            ]}
            foot={['All', '', <Amount key="c" pence={2_700_050} />]}
          />
        </Side>
        <FormOf />
        <States />
      </Wrap>
    </Frame>
  );
}

function AsideOf() {
  return (
    <>
      <Ticks
        items={[
          { met: true, words: 'All of them outside London' },
          { met: false, words: '3 early ideas. Lose one and we fall short.' },
        ]}
      />
      <Seats seats={['here', 'here', 'here', 'here', 'here', 'back', 'here', 'here', 'here', 'here', 'here', 'here']}>
        We need 7.
      </Seats>
      <Load needed={96} offered={120} />
      <Load needed={130} offered={120} />
      <Load needed={96} offered={40} counted={80}>
        For two who have not said, we count the 80 the fund planned.
      </Load>
      <PollMark answer="yes" />
      <PollMark answer="maybe" />
      <PollMark answer="no" />
      <PollMark answer="none" />
      <Facts
        items={[
          { label: 'Who decides', words: 'Twelve people' },
          { label: 'You hear by', words: typed },
        ]}
      />
      <Fold summary="What readers look for">
        <p>They pick one of these sentences.</p>
      </Fold>
      <Sheet call>
        <Heading level={3}>Come and ask</Heading>
        <p>Type it, say it, film it.</p>
      </Sheet>
    </>
  );
}

function FormOf() {
  return (
    <Form action="/answer" once="key-1" files fields={{ from: typed }}>
      <Problems problems={[{ field: 'asked', words: 'Your lines come to £61,500 and you asked for £64,000.' }]} />
      <Progress at={7} of={14} part="Your idea" />
      <TextField name="name" label="Name you like to be called" value={typed} optional hint="One box is enough." />
      <MoneyField name="asked" label="How much" value="64,000" problem="Both may be fine. Shall we add a line?" />
      <TextArea name="idea" label="Your answer, in any language" value={`We cook together. ${typed}`} plenty={150} />
      <Saved phone="16:49" us="16:50" />
      <Select name="place" label="Where" empty="Pick one" options={[{ value: 'leeds', label: typed }]} value="leeds" />
      <FileField name="voice" label="Or say it" accept="audio/*" capture="user" />
      <Choice
        name="agree"
        legend="Shall we say yes to this set?"
        value="live"
        options={[
          { value: 'yes', label: 'I agree' },
          { value: 'live', label: 'I can live with it' },
          { value: 'no', label: 'I cannot, because…', hint: 'We hear your reason before we go on' },
        ]}
      />
      <Checks name="needs" legend="What helps" values={['b']} options={[{ value: 'b', label: typed }]} />
      <Check name="kept" label="Keep this" checked />
      <Does>
        <Button name="go" value="next">
          Save and go on
        </Button>
        <Button kind="quiet" action="/stop">
          Save and stop here
        </Button>
      </Does>
      <Links>
        <a href="/6">Back to question 6</a>
        <a href="/8">Leave this for now</a>
      </Links>
    </Form>
  );
}

function States() {
  return (
    <Half>
      <Note kind="signal" title="No signal">
        <p>Your words are safe on this phone.</p>
      </Note>
      <Note kind="gap">
        <p>Both may be fine. Shall we add a line?</p>
      </Note>
      <Note kind="no" title="You made this run, so someone else says yes.">
        <p>Moira and Nia can.</p>
      </Note>
      <Note kind="done" title="It is with us. Thank you.">
        <p>Your word pair is green kettle.</p>
      </Note>
      <Note kind="care">
        <p>That is three today. A pause is a good idea.</p>
      </Note>
      <Empty>No letters yet. We write to everyone on 30 April.</Empty>
      <Working done={28} of={40}>
        Making your copy: 28 of 40 pages.
      </Working>
      <Saved waiting noSignal />
      <Acts
        acts={[
          { title: 'Prepare', state: 'done', children: <p>Nia</p> },
          { title: 'Approve', state: 'now', children: <p>Moira</p> },
          { title: 'Release', state: 'ahead' },
        ]}
      />
    </Half>
  );
}
