import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import type { Hall } from '../../hall.ts';
import { isSayKind, type SayKind } from '../../say/given.ts';
import { say } from '../../say/take.ts';
import { sayView } from '../../say/view.ts';
import { ticketByToken } from '../../tickets/token.ts';
import { kioskOf } from '../at-kiosk.ts';
import { textField } from '../form.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?kind=complaint` is the form of a kind, `?ticket=` the token of the ticket it is about, `?kiosk=` the kiosk it is at. */
export const load: PageServerLoad = async ({ locals, url, request }) => {
	const { hall } = locals.running;
	const view = sayView(hall);
	const asked = url.searchParams.get('kind') ?? '';
	const kind = view.kinds.find((one) => one === asked) ?? null;
	return {
		view,
		kind,
		ticket: await ticketOf(hall, url.searchParams.get('ticket')),
		kiosk: kioskOf(hall, locals.who, url),
		link: `${hall.origin}/say${kind === null ? '' : `?kind=${kind}`}`,
		lang: langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs),
		intent: randomUUID()
	};
};

async function ticketOf(hall: Hall, token: string | null): Promise<{ token: string; number: string } | null> {
	const ticket = token === null ? undefined : await ticketByToken(hall.read, hall.id, token);
	return ticket ? { token: ticket.token, number: ticket.number } : null;
}

export const actions: Actions = {
	default: async ({ request, locals, url }) => {
		const { hall } = locals.running;
		const form = await request.formData();
		const written = {
			text: textField(form, 'text'),
			ticket: textField(form, 'ticket'),
			name: textField(form, 'name'),
			phone: textField(form, 'phone'),
			contact: textField(form, 'contact') === 'call' ? 'call' : 'page'
		} as const;
		const kiosk = kioskOf(hall, locals.who, url);
		const lang = langOf(textField(form, 'lang'), hall.setup.langs);
		const said = await say(hall, locals.who, {
			...written,
			...{ kind: kindOf(textField(form, 'kind')), lang, device: kiosk?.device ?? null },
			...{ window: null, concerned: null, department: null, intent: textField(form, 'intent') }
		});
		if (!said.ok) return fail(409, { code: said.refusal, written });
		const { row, slip } = said.value;
		const query = new URLSearchParams({
			told: slip ? 'printing' : 'told',
			lang,
			...(kiosk && { kiosk: kiosk.device })
		});
		redirect(303, `/c/${row.code ?? ''}?${query.toString()}`);
	}
};

/** What a form of ours never sends is refused as a kind that is not offered. */
function kindOf(written: string): SayKind {
	return isSayKind(written) ? written : 'message';
}
