/** The shapes of what visitors say, and of a case as its visitor follows it. */
import { z } from 'zod';
import { CASE_STATES, CONTACTS, TOLD_WAYS } from '#db/schema.ts';
import { LANGS } from '#display/words/index.ts';
import { SAY_KINDS } from '#server/say/given.ts';
import { code, text } from './basic-shapes.ts';
import { intent } from './shapes.ts';

const words = z.string().max(2000);

export const sayBody = z
	.strictObject({
		kind: z.enum(SAY_KINDS),
		text: words.meta({ description: "the visitor's own words" }),
		ticket: z.string().max(60).default('').meta({ description: 'a number of today, or the token of a ticket' }),
		window: code.nullable().default(null).meta({ description: 'the window it is about' }),
		concerned: code.nullable().default(null).meta({ description: 'the staff number it is about' }),
		department: code.nullable().default(null),
		name: z.string().max(60).default('').meta({ description: 'sealed; empty for who stays anonymous' }),
		phone: z.string().max(40).default('').meta({ description: 'sealed; empty for who stays anonymous' }),
		contact: z.enum(CONTACTS).default('page').meta({ description: '`call` only with a telephone number' }),
		lang: z.enum(LANGS).default('zh-CN'),
		device: code.nullable().default(null).meta({ description: 'the kiosk at which it is said' }),
		intent
	})
	.meta({ id: 'Say' });

export const sayings = z
	.object({
		hall: text,
		kinds: z.array(z.enum(SAY_KINDS)),
		keepDays: z.object({ after: z.int(), most: z.int() }).meta({
			description: 'days that names and telephones are kept after it is over, and at most'
		}),
		prefixes: z.array(z.string()).meta({ description: 'the letters before the numbers of the queues' }),
		phone: z.string().nullable(),
		desk: text.nullable()
	})
	.meta({ id: 'Sayings' });

const followedFields = {
	code: z.string().meta({ description: 'twelve digits, the last one a check digit' }),
	number: z.string(),
	kind: z.string(),
	state: z.enum(CASE_STATES),
	stage: z.string(),
	outcome: z.string().nullable(),
	openedAt: z.int(),
	dueAt: z.int().nullable().meta({ description: 'the last moment by which it is answered' }),
	dueDay: z.string().nullable(),
	overdue: z.boolean(),
	answered: z.boolean().meta({ description: 'until the due day the visitor says what there is to say' }),
	reopened: z.boolean(),
	joined: z.boolean().meta({ description: 'answered together with another case of the same matter' }),
	owner: z.string().meta({ description: 'staff number of who answers' }),
	department: text.nullable(),
	desk: text.nullable(),
	answers: z.array(z.object({ at: z.int(), act: z.string(), text: z.string() })),
	contact: z.enum(CONTACTS),
	told: z.object({ at: z.int(), way: z.enum(TOLD_WAYS) }).nullable(),
	may: z.array(z.object({ act: z.string(), text: z.enum(['needed', 'free', 'none']), closes: z.boolean() })),
	phone: z.string().nullable(),
	ask: text.nullable(),
	link: z.string()
};

export const followed = z
	.object(followedFields)
	.meta({ id: 'FollowedCase', description: 'no name, and nothing that a visitor wrote' });

export const said = z
	.object({
		...followedFields,
		id: z.int().nullable().meta({ description: 'id of the case, for staff; null for visitors' }),
		slip: z.int().nullable().meta({ description: 'id of the slip; null where nothing is printed' })
	})
	.meta({ id: 'Said' });

export const visitorActBody = z.strictObject({
	act: code.meta({ description: 'one of `may` of GET /followed/{code}' }),
	text: words.default('')
});

export const codeOf = z.object({ code: z.string(), of: z.enum(['notice', 'case']) }).meta({ id: 'CodeOf' });
