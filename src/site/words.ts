/** What the public reads across the house: the fund, who decides, awards, help, privacy, and a page that hides. */
import type { English } from '../words/speak.ts';

export const words = {
  'site.funds.title': 'Funds',
  'site.funds.lede': 'Choose the fund you came for.',
  'site.funds.none': 'There is no fund here yet. It comes when one is set up.',

  'site.fund.before': 'Opens on {#b}{$when}{/b}',
  'site.fund.open': 'Open now. Closing day: {#b}{$when}{/b}',
  'site.fund.last': 'Still open, until {#b}{$when}{/b}. Ring us if you need a hand.',
  'site.fund.closed': 'Closed. Everyone who asked hears by {#b}{$when}{/b}',
  'site.fund.closed-plain': 'Closed',
  'site.fund.planned': 'Not open yet. The days will be here.',
  'site.fund.moved': 'There is more time. The call was to close on {$from}. {$why}',
  'site.fund.told': 'Everyone who asked has heard.',
  'site.fund.fit': 'See if it fits you (a few minutes)',
  'site.fund.questions': '.input {$n :integer} .match $n * {{Read all {$n} questions first}}',
  'site.fund.no-account': 'No account. Any language. Works on a phone.',
  'site.fund.awards': 'See where the money goes',
  'site.fund.waiting': 'Did you ask? {#link}Look at your answers{/link}.',
  'site.fund.glance.ask': 'You can ask for',
  'site.fund.glance.gives': 'Who gives',
  'site.fund.glance.decides': 'Who decides',
  'site.fund.glance.hear': 'You hear by',
  'site.fund.funders': '.input {$n :integer} .match $n one {{{$n} funder}} * {{{$n} funders, one pot}}',
  'site.fund.deciders': '.input {$n :integer} .match $n one {{One person so far}} * {{A group of {$n} people}}',
  'site.fund.reasons': '{$when}, with reasons',
  'site.fund.span': '{$from} to {$to}',
  'site.fund.how-much': 'How much you can ask for',
  'site.fund.odds':
    '{#b}The real odds:{/b} we think that about {$asks :integer} groups will ask. The money is enough for about {$grants :integer}.',
  'site.fund.who': 'Who decides',
  'site.fund.who.group': 'The group chooses. Staff help and do not vote. The people who gave the money do not choose.',
  'site.fund.who.board':
    'Then the board of {$host} looks. It can say yes, ask one question in writing, or say no for a reason on a public list. It cannot change the order or the sums.',
  'site.fund.who.more': 'Meet the group, and read the limits of the board',
  'site.fund.who.names':
    '.input {$n :integer} .match $n 0 {{{$names}. Each chose how to be shown.}} one {{{$names}, and one person who is not named. Each chose how to be shown.}} * {{{$names}, and {$n} people who are not named. Each chose how to be shown.}}',
  'site.fund.where': 'Where we are',
  'site.fund.pot': 'The pot: {$sum}',
  'site.fund.pot.title': 'The pot, by who gave',
  'site.fund.pot.split': '{#b}{$of} of every £100{/b} goes out as grants: {$grants} in all.',
  'site.fund.pot.rest': 'The rest thanks the people who decide, and pays for learning.',
  'site.fund.ask': 'Come and ask',
  'site.fund.ask.how': 'Or ring us, and we write it down with you.',
  'site.fund.ask.never':
    'We do not ask for immigration status, nationality, a Home Office number or ID. Nobody has to tell their story.',
  'site.fund.ask.ring': 'How to ring us',

  'site.who.title': 'Who decides',
  'site.who.lede': 'The group chooses. The board checks. Nobody decides about a group they could gain from.',
  'site.who.group': 'The group',
  'site.who.count':
    '.input {$n :integer} .match $n one {{One person is in the group.}} * {{{$n} people are in the group.}}',
  'site.who.unnamed':
    '.input {$n :integer} .match $n one {{One more person is in it and is not named.}} * {{{$n} more people are in it and are not named.}}',
  'site.who.forming': 'The group is being formed.',
  'site.who.nobody-named': 'Nobody is named here. Each chose how to be shown.',
  'site.who.agreed': 'What the members promise each other',
  'site.who.how': 'How they decide',
  'site.who.how.readers': 'People from the group read each idea. They say what they find in words, not in numbers.',
  'site.who.how.quorum': 'At least {$n :integer} of them who are free to decide must be there.',
  'site.who.how.consent':
    'Each says: I agree, I can live with it, or I cannot, because. A “because” is heard before they go on.',
  'site.who.how.dissent': 'Someone who sees it another way can have that written down.',
  'site.who.how.staff': 'Staff and funders have no vote.',
  'site.who.links': 'When someone knows a group',
  'site.who.links.why': 'Everyone knows someone. Saying so is a strength. Each member says which of these it is:',
  'site.who.links.examples': 'For example: {$examples}',
  'site.who.links.0': 'Reads, talks and decides.',
  'site.who.links.1': 'Reads, talks and decides. The group knows of it.',
  'site.who.links.2': 'Steps back. Answers a question about facts, if someone asks.',
  'site.who.links.3': 'Leaves the room, and sees nothing about that group.',
  'site.who.board': 'The limits of the board',
  'site.who.board.why': 'The board of {$host} holds the money and answers to the law. It has agreed to these limits.',
  'site.who.board.may': 'It may',
  'site.who.board.grounds': 'It may say no only for one of these reasons, and must write it down',
  'site.who.board.may-not': 'It may not',
  'site.who.gave': 'Who gave the money',
  'site.who.gave.how': 'They see the pot and what we learn. They do not see your answers, and they do not choose.',

  'site.awards.title': 'Where the money goes',
  'site.awards.lede': 'Groups that said yes to being shown here, with the facts that each agreed to.',
  'site.awards.none':
    'No awards yet. They come here when everyone has heard and a group has signed and said what we may show.',
  'site.awards.when': 'Everyone hears by {$when}.',
  'site.awards.private': 'A group that keeps its name private',
  'site.awards.sum': 'The sums on this page come to {$sum}. There may be more: some groups keep theirs private.',
  'site.awards.hide':
    'Is this your group? You can hide a fact at any time, and we act the same day. Ring {$person} on {$phone}.',
  'site.awards.data': 'The same as {#link}open data{/link} in the 360Giving form, free for anyone to use.',

  'site.open.title': 'Open data',
  'site.open.lede': 'Awards that groups agreed to show, as files that anyone may take and use.',
  'site.open.none':
    'There is no file yet. It comes when everyone has heard and a group has signed and said what we may show.',
  'site.open.count':
    '.input {$n :integer} .match $n one {{There is one grant in it.}} * {{There are {$n} grants in it.}}',
  'site.open.changed': 'It last changed on {$when}.',
  'site.open.json': 'JSON, for programs',
  'site.open.xlsx': 'Excel, for people',
  'site.open.csv': 'CSV, for any table program',
  'site.open.gate':
    'A group is in the file when it shows its name and its sum. Before a grant goes in we look once more for phone numbers and e-mail addresses, and hold it back if there is one.',
  'site.open.standard': 'It follows the {#link}360Giving standard{/link}, which many UK funders use.',
  'site.open.licence': 'Use it freely and say where it came from ({#link}CC BY 4.0{/link}).',
  'site.open.fresh': 'A group can hide a fact at any time. Please take a fresh file each time you use it.',
  'site.open.check': 'Check a grants file of your own',
  'site.open.catalogue': 'Entry for data catalogues',

  'site.help.title': 'Who to ring',
  'site.help.lede': 'A person answers. Nothing you ask counts against you.',
  'site.help.line': 'Ring or text {$person} on {$phone}.',
  'site.help.any': 'Say which language you speak. We ring you back with someone who speaks it.',
  'site.help.write': 'We can write your answers down with you on the phone.',
  'site.help.safe': 'Tell us when it is safe to ring, and if we may leave a message.',
  'site.help.open': 'Are you looking for answers you began? {#link}Open them here{/link}.',

  'site.privacy.title': 'What we keep, and for how long',
  'site.privacy.lede': 'We keep as little as we can. Here is what, why, for how long, and who sees it.',
  'site.privacy.answers': 'Your answers',
  'site.privacy.answers.is':
    'We keep them to read your idea. The group and our staff see them. Funders do not. If you are not chosen, or take them back, we keep them for two years after everyone has heard. If you get a grant, we keep them as long as the payment records. If you never hear, or wait for a grant that never comes, they go two years after the fund’s last planned day or the day everyone heard: the later one counts.',
  'site.privacy.drafts': 'Answers you did not send',
  'site.privacy.drafts.is':
    'If you begin and do not send, all you wrote goes 90 days after the call closes. Once you have sent, the pages you typed in go on the same day as your phone number.',
  'site.privacy.contact': 'How to reach you',
  'site.privacy.contact.is':
    'We keep your name, e-mail or phone so that we can write or ring. The programme team sees them. If we pay you, two finance people see the number to ring too. If you are not chosen, they go two years after everyone has heard. When the fund ends, they all go, but not in the 90 days after you heard, or after a payment was due or made. If we never finish, they go two years after the fund’s last planned day or the day everyone heard: the later one counts.',
  'site.privacy.safety': 'What keeps you safe',
  'site.privacy.safety.is':
    'What you tell us to keep private stays with the programme team. Readers never see it. It goes on the same day as your phone number. Only the boxes you ticked stay with a grant, so that it goes on being shown as you asked.',
  'site.privacy.notes': 'Notes about your application',
  'site.privacy.notes.is':
    'What we write down when we look or when you ring, what you write back, why you came late, and who knows you. It goes on the same day as your phone number.',
  'site.privacy.bank': 'Bank details',
  'site.privacy.bank.is':
    'Only for groups we pay. Two finance people see them. The law says to keep payment records for six years after their year ends. Bank details, checks, the agreement and what the board wrote stay until then, and go. If no money was promised, bank details go with your phone number and the rest with your answers.',
  'site.privacy.letters': 'E-mails, codes and forms',
  'site.privacy.letters.is':
    'We forget where an e-mail went and what it said 30 days after it left. A code goes a day after it stops working. A note that a form was sent stays for 400 days, so that it never counts twice. It holds none of your words.',
  'site.privacy.team': 'People who decide or work here',
  'site.privacy.team.is':
    'Their names, e-mails and languages stay while they have a role, and for a year after. When a fund ends, its roles end. Whoever comes later is kept for a year after they came. The names of people who moved money stay as long as the payment records. What else they said about reading goes when the fund ends, but not before everyone has heard, and 90 days more. If that never comes, it goes two years after the fund’s last planned day. So does why someone could not agree, unless they want it kept. A note of who was signed in goes after a month.',
  'site.privacy.public': 'What is public',
  'site.privacy.public.is':
    'Only what you say yes to, one fact at a time. You can change your mind and we act the same day.',
  'site.privacy.device': 'This browser',
  'site.privacy.device.is':
    'We put a few small notes (cookies) in it: your language, and the key to your answers. There is no tracking and nothing from other companies. When you end a key, we forget it a month later.',
  'site.privacy.stays': 'What stays',
  'site.privacy.stays.is':
    'Sums, dates, what is public, and a record of each step in codes, with no names. Old safety copies still hold what has gone, until they are thrown away too.',
  'site.privacy.never': 'What we never ask and never keep',
  'site.privacy.never.is':
    'Immigration status, nationality, a Home Office number, a passport or any ID. There is no place for them here. Please leave them out of your answers too.',
  'site.privacy.state':
    'We do not share what we know about people with immigration authorities unless a court or a law makes us. If that happens we tell you, if we may.',
  'site.privacy.rights': 'You can ask to see what we keep, to have it put right, or to have it taken away.',
  'site.privacy.complain':
    'If we got something wrong, ring {$person} on {$phone}. You can also tell the Information Commissioner, who watches over this for everyone.',

  'site.hide.title': 'Weather',
  'site.hide.words': 'Some sun, some cloud, a light wind. Have a good day.',
} as const satisfies English;
