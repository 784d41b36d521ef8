import { fail, redirect } from '@sveltejs/kit';
import { homeOf } from '../../people/home.ts';
import { sessionOf } from '../../people/sessions.ts';
import { SESSION_COOKIE } from '../../run/identify.ts';
import { signIn, signInByLink, staffOfLink } from '../../people/sign-in.ts';
import { windowName } from '../../tickets/view.ts';
import { textField } from '../form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const link = url.searchParams.get('link');
	const staff = link === null ? (locals.who.staff ?? null) : ((await staffOfLink(hall, link)) ?? null);
	const windows = hall.setup.file.windows.map(({ code }) => ({
		code,
		name: windowName(hall, code),
		taken: hall.counters.get(code)?.staff ?? null
	}));
	return {
		windows,
		link,
		staff,
		home: locals.who.staff === undefined ? null : homeOf(locals.who),
		expired: link !== null && staff === null
	};
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const { hall } = locals.running;
		const form = await request.formData();
		const link = textField(form, 'link');
		const window = textField(form, 'window') || null;
		const password = textField(form, 'password');
		const signed =
			link === ''
				? await signIn(hall, { staff: textField(form, 'staff'), password, window })
				: await signInByLink(hall, { link, password, window });
		if (!signed.ok) return fail(400, { code: signed.refusal });
		const secure = url.protocol === 'https:';
		cookies.set(SESSION_COOKIE, signed.value, { path: '/', httpOnly: true, sameSite: 'lax', secure });
		const session = await sessionOf(hall, signed.value);
		redirect(303, session ? homeOf(session.who) : '/sign-in');
	}
};
