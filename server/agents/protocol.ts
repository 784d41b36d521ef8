/**
 * What the server and its agents say to each other. A *job* is one slip: the server gives it a name, and the agent begins it
 * at most once. An *event* is something that an agent saw or did; it is numbered, kept on the agent's disk, and told in order
 * until the server has heard it. A *level* is how something is now: told anew on every link, and never kept. What a visitor
 * lays on or holds before a reader is neither: it goes over the line once, or is gone.
 */
import { z } from 'zod';
import type { BoardContent } from '#display/led/driver.ts';
import type { CardOutcome } from '#printer/input/id-card.ts';
import type { LostSight, PrinterStatus, PrintResult } from '#printer/printer.ts';
import type { SlipLine } from '#printer/slips/lines.ts';
import type { BusPriority } from '#printer/wire/bus-types.ts';
import type { Part } from '../hardware/part.ts';

/** Both ends must be of one mind; raised by every change that the other end would not understand. */
export const PROTOCOL = 2;
/** The name of the link among those of the hall. */
export const AGENT_LINK = '/agent';
/** Each end says something so often, and takes the other for gone when it has heard nothing for so long. */
export const BEAT_MS = 1000;
export const GONE_MS = 4000;
/** So many events go at once: one message stays small. */
export const EVENTS_AT_ONCE = 20;

/** Why a link is not there, or ends. */
export const REFUSED_LINKS = [
	'code-wrong',
	'code-used',
	'code-old',
	'too-many-tries',
	'key-revoked',
	'agent-unknown',
	'other-version',
	'replaced',
	/** this process does not drive the hall's devices now: another one does, or will soon */
	'not-driving'
] as const;
export type RefusedLink = (typeof REFUSED_LINKS)[number];

/** How an agent introduces itself: by a code once, by its key ever after. */
export const introduction = z.union([
	z.strictObject({ protocol: z.int(), code: z.string().max(100) }),
	z.strictObject({
		protocol: z.int(),
		key: z.string().max(100),
		/** random, of this run of the agent */
		boot: z.string().max(40),
		/** random, of its journal */
		epoch: z.string().max(40)
	})
]);
export type Introduction = z.output<typeof introduction>;

export type ToAgent =
	/** the first word to a machine that came with a code */
	| { say: 'enrolled'; agent: string; key: string }
	/** the first word on every link: which agent it is, and how far its events were heard */
	| { say: 'welcome'; agent: string; heard: number }
	/** what hangs on the agent, whole; again at every change of the hall file */
	| { say: 'part'; part: Part }
	| { say: 'job'; job: string; printer: string; lines: readonly SlipLine[] }
	/** what should stand on a board; `show` names this content */
	| { say: 'show'; board: string; show: string; content: BoardContent; priority: BusPriority }
	/** a board was taken out of work */
	| { say: 'leave'; board: string }
	/** events up to here have been dealt with */
	| { say: 'heard'; seq: number }
	| { say: 'ask-card'; ask: string; reader: string; limitMs: number }
	| { say: 'stop-card'; ask: string }
	/** what has that name goes to a pad or evaluator: `ask`, `thanks` */
	| { say: 'tell-key'; line: string; what: string; address: number }
	| { say: 'beat' }
	| { say: 'over'; why: RefusedLink };

/** What is said in a status is the printer's own; whoever draws it knows the states that it knows. */
const status = z.custom<PrinterStatus>((value) => typeof value === 'object' && value !== null && 'state' in value);
const why = z.custom<NonNullable<JobResult['why']>>((value) => typeof value === 'object' && value !== null);

/** What became of a job, as far as it is known; see `PrintResult`. */
export interface JobResult {
	state: PrintResult['state'];
	why: PrinterStatus | LostSight | null;
	substituted: string[];
}

const word = z.string().max(100);

const event = z.discriminatedUnion('kind', [
	/** what became of a job; a second time when an unsure one turns out to be printed */
	z.strictObject({
		kind: z.literal('job'),
		job: word,
		printer: word,
		result: z.strictObject({
			state: z.enum(['printed', 'sent', 'failed', 'unsure']),
			why: z.nullable(why),
			substituted: z.array(z.string())
		})
	}),
	z.strictObject({ kind: z.literal('status'), printer: word, status }),
	z.strictObject({
		kind: z.literal('board'),
		board: word,
		show: word,
		outcome: z.enum(['acked', 'sent-unconfirmed', 'rejected', 'timeout']),
		reason: z.nullable(z.string())
	}),
	z.strictObject({ kind: z.literal('key'), line: word, address: z.int(), key: z.int() })
]);
export type AgentEvent = z.output<typeof event>;

/** An event on its way. `agoMs`: how long ago it was; null when that is not known, because it was before this run. */
const sent = z.strictObject({ seq: z.int(), agoMs: z.nullable(z.number()), event });
export type Sent = z.output<typeof sent>;

/** A line that is only listened to: whether its cable is there, and how much of what came could not be read. */
const lineLevel = z.strictObject({ up: z.boolean(), lost: z.int() });
export type LineLevel = z.output<typeof lineLevel>;

/** How everything at an agent is now. */
const levels = z.strictObject({
	printers: z.record(z.string(), status),
	keyLines: z.record(z.string(), lineLevel),
	scanners: z.record(z.string(), lineLevel),
	/** jobs that have begun and not ended */
	working: z.array(word),
	/** what is wrong with the agent's own machine: its journal cannot be written */
	trouble: z.nullable(z.literal('disk'))
});
export type Levels = z.output<typeof levels>;

export const fromAgent = z.discriminatedUnion('say', [
	z.strictObject({ say: z.literal('events'), events: z.array(sent) }),
	z.strictObject({ say: z.literal('levels'), levels }),
	z.strictObject({ say: z.literal('card'), ask: word, outcome: z.custom<CardOutcome>() }),
	/** A code that was held before a scanner just now: never kept, and lost where nobody hears it. */
	z.strictObject({ say: z.literal('scan'), scanner: word, text: z.string().max(1000) }),
	z.strictObject({ say: z.literal('beat') }),
	/** it ends after the slips in work: nothing new is to be given to it */
	z.strictObject({ say: z.literal('leaving') })
]);
export type FromAgent = z.output<typeof fromAgent>;
