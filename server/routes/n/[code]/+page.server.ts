import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { today } from '../../../hall.ts';
import { returnWith } from '../../../notices/back.ts';
import { noticeView } from '../../../notices/view.ts';
import { textField } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { hall } = locals.running;
	const view = await noticeView(hall, locals.who, params.code);
	if (!view.ok && view.refusal === 'too-many-tries') error(429, '请稍后再试 · Please try again in a minute');
	if (!view.ok) error(404, '没有找到这份告知单 · No such notice');
	const lang = langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs);
	const { timeZone, file } = hall.setup;
	return { view: view.value, hall: file.hall.name, today: today(hall), timeZone, lang, intent: randomUUID() };
};

export const actions: Actions = {
	take: async ({ request, locals, params }) => {
		const form = await request.formData();
		const wish = { code: params.code, intent: textField(form, 'intent'), lang: null, device: null, slip: false };
		const issued = await returnWith(locals.running.hall, locals.who, wish);
		if (!issued.ok) return fail(409, { code: issued.refusal });
		redirect(303, `/t/${issued.value.ticket.token}`);
	}
};
