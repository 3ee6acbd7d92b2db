import type { Tone } from '@/components/ui/badge';
import type { CampaignState, DeliveryState, Tally } from '../../rules';

/** How the desk names an issue's state. */
export const stateWords: Record<CampaignState, { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  scheduled: { label: 'Scheduled', tone: 'info' },
  sending: { label: 'Sending', tone: 'warning' },
  paused: { label: 'Paused', tone: 'warning' },
  finished: { label: 'Sent', tone: 'success' },
  cancelled: { label: 'Cancelled', tone: 'danger' },
};

interface DeliveryWords {
  states: DeliveryState[];
  label: string;
  hint: string;
  tone: Tone;
}

/** Deliveries as the desk counts them: every state is in exactly one line, so the lines add up to the audience. */
export const deliveryLines: DeliveryWords[] = [
  { states: ['sent'], label: 'Sent', hint: 'The mail server took it.', tone: 'success' },
  {
    states: ['pending', 'claimed'],
    label: 'Waiting',
    hint: 'Not tried yet, or put off by the server and tried again later.',
    tone: 'neutral',
  },
  {
    states: ['submitting'],
    label: 'Under way',
    hint: 'Being handed to the mail server at this moment.',
    tone: 'info',
  },
  {
    states: ['unknown'],
    label: 'Unknown',
    hint: 'Handed over, but the connection ended before the server answered: the reader may have it or not.',
    tone: 'warning',
  },
  { states: ['failed'], label: 'Refused', hint: 'The server said no for good.', tone: 'danger' },
  {
    states: ['suppressed'],
    label: 'Left out',
    hint: 'Unsubscribed since, or an address that must not be written to.',
    tone: 'neutral',
  },
  {
    states: ['cancelled'],
    label: 'Cancelled',
    hint: 'Not sent, because the issue was cancelled.',
    tone: 'neutral',
  },
];

export const countOf = (tally: Tally, states: DeliveryState[]): number =>
  states.reduce((sum, state) => sum + (tally[state] ?? 0), 0);

export const figure = (n: number): string => n.toLocaleString('en');

export const readersOf = (n: number): string => `${figure(n)} ${n === 1 ? 'reader' : 'readers'}`;
