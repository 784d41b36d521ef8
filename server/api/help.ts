import { z } from 'zod';
import { HELP_WISHES } from '#db/schema.ts';
import { LANGS } from '#display/words/index.ts';
import { callForHelp, callOff } from '../help/call.ts';
import { goTo, isThere } from '../help/go.ts';
import { helpView, publicHelp } from '../help/view.ts';
import { done, refused } from '../result.ts';
import { operation, type AnyOperation } from './operation.ts';
import { isAllowed } from '../people/access.ts';
import { code } from './basic-shapes.ts';
import { empty } from './shapes.ts';

const help = z
	.object({
		token: z.string().meta({ description: "the caller's own way to the call" }),
		what: z.enum(HELP_WISHES),
		state: z.enum(['called', 'coming', 'there', 'called-off']),
		calledAt: z.int(),
		comingBy: z.string().nullable().meta({ description: 'staff number' }),
		comingAt: z.int().nullable(),
		endedAt: z.int().nullable()
	})
	.meta({ id: 'Help' });

const followed = help.extend({ seq: z.int() });

const call = operation({
	...({ method: 'POST', path: '/help', right: null, status: 201, answer: help } as const),
	summary: 'Call for help, from a kiosk or with a number; asked again it is the same call',
	body: z.strictObject({
		what: z.enum(HELP_WISHES).default('staff'),
		device: code.nullable().default(null),
		token: z.string().max(64).nullable().default(null),
		lang: z.enum(LANGS).default('zh-CN')
	}),
	async run({ hall, who, body }) {
		if (body.device !== null && !isAllowed(hall, who, 'kiosk:use')) return refused('not-allowed', 'kiosk:use');
		const called = await callForHelp(hall, who, body);
		return called.ok ? done(publicHelp(called.value)) : called;
	}
});

const read = operation({
	...({ method: 'GET', path: '/help/{token}', right: null, status: 200, answer: followed } as const),
	summary: 'A call for help, for whoever called',
	body: null,
	async run({ hall, params }) {
		const view = await helpView(hall, params['token'] ?? '');
		return view ? done(view) : refused('help-unknown');
	}
});

const off = operation({
	...({ method: 'POST', path: '/help/{token}/call-off', right: null, status: 200, answer: help } as const),
	summary: 'It is not needed any more',
	body: empty,
	async run({ hall, who, params }) {
		const ended = await callOff(hall, who, params['token'] ?? '');
		return ended.ok ? done(publicHelp(ended.value)) : ended;
	}
});

const going = (['come', 'there'] as const).map((act) =>
	operation({
		...({ method: 'POST', path: `/help-calls/{id}/${act}`, right: 'desk:work', status: 200, answer: help } as const),
		summary: act === 'come' ? 'A member of staff goes there' : 'Somebody has come',
		body: empty,
		async run({ hall, who, params }) {
			const verb = act === 'come' ? goTo : isThere;
			const gone = await verb(hall, who, Number(params['id']));
			return gone.ok ? done(publicHelp(gone.value)) : gone;
		}
	})
);

export const HELP: AnyOperation[] = [call, read, off, ...going];
