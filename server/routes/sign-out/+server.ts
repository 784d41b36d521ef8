import { redirect } from '@sveltejs/kit';
import { endSession } from '../../people/sessions.ts';
import { SESSION_COOKIE } from '../../run/identify.ts';
import { closeWindow } from '../../windows/state.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies }) => {
	const { running, session, who } = locals;
	// A window whose clerk has gone is closed. With a visitor there it stays, for the clerk to come back to.
	const window = running.hall.counters.get(who.window ?? '');
	if (session && window && window.staff === who.staff) await closeWindow(running.hall, who, window.code);
	if (session) await endSession(running.hall, session);
	cookies.delete(SESSION_COOKIE, { path: '/' });
	redirect(303, '/sign-in');
};
