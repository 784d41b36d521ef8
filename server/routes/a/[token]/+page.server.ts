import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { cancelAppointment } from '../../../appointments/change.ts';
import { checkIn } from '../../../appointments/check-in.ts';
import { appointmentView } from '../../../appointments/view.ts';
import { today } from '../../../hall.ts';
import { textField } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { hall } = locals.running;
	const view = await appointmentView(hall, params.token);
	if (!view) error(404, '没有找到这个预约 · No such appointment');
	const lang = langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs);
	const { timeZone, file } = hall.setup;
	return { view, hall: file.hall.name, today: today(hall), timeZone, lang, intent: randomUUID() };
};

export const actions: Actions = {
	checkIn: async ({ request, locals, params }) => {
		const form = await request.formData();
		const issued = await checkIn(locals.running.hall, locals.who, {
			by: { token: params.token },
			class: 'ordinary',
			intent: textField(form, 'intent'),
			lang: null,
			device: null,
			ordinary: textField(form, 'ordinary') === 'yes',
			slip: false
		});
		if (!issued.ok) return fail(409, { code: issued.refusal });
		redirect(303, `/t/${issued.value.ticket.token}`);
	},
	cancel: async ({ locals, params }) => {
		const gone = await cancelAppointment(locals.running.hall, locals.who, { token: params.token }, null);
		return gone.ok ? undefined : fail(409, { code: gone.refusal });
	}
};
