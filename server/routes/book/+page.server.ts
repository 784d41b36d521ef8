import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { book } from '../../appointments/book.ts';
import { moveAppointment } from '../../appointments/change.ts';
import { bookingPage } from '../../appointments/page.ts';
import { textField } from '../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const asked = url.searchParams;
	const { hall } = locals.running;
	const view = await bookingPage(hall, {
		item: asked.get('item'),
		day: asked.get('day'),
		slot: asked.has('slot') ? Number(asked.get('slot')) : null,
		search: asked.get('q') ?? '',
		move: asked.get('move')
	});
	const lang = langOf(asked.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs);
	return { ...view, lang, intent: randomUUID() };
};

export const actions: Actions = {
	default: async ({ request, locals, url }) => {
		const { hall } = locals.running;
		const form = await request.formData();
		const lang = langOf(textField(form, 'lang'), hall.setup.langs);
		const wish = { slot: Number(textField(form, 'slot')), person: textField(form, 'person') || null };
		const token = url.searchParams.get('move');
		const kept =
			token === null
				? await book(hall, locals.who, {
						...wish,
						item: textField(form, 'item'),
						intent: textField(form, 'intent'),
						lang,
						device: null
					})
				: await moveAppointment(hall, locals.who, { token }, { ...wish, reason: null });
		if (!kept.ok) return fail(409, { code: kept.refusal });
		redirect(303, `/a/${kept.value.token}?lang=${lang}`);
	}
};
