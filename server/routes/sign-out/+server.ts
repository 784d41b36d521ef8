import { redirect } from '@sveltejs/kit';
import { endSession } from '../../people/sessions.ts';
import { SESSION_COOKIE } from '../../run/identify.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies }) => {
	if (locals.session) await endSession(locals.running.hall, locals.session);
	cookies.delete(SESSION_COOKIE, { path: '/' });
	redirect(303, '/sign-in');
};
