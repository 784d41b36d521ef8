import { error, redirect } from '@sveltejs/kit';
import { caseView } from '../../../cases/view.ts';
import { digestOf } from '../../../complaints/digest.ts';
import { complaintsAsked, complaintsView } from '../../../complaints/view.ts';
import { today, type Hall } from '../../../hall.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import type { DigestView } from '../../../views.ts';
import type { PageServerLoad } from './$types';

/** `?list=closed&class=conduct` are filters, `?case=18342` opens one; `?digest=week&day=2026-11-25` is the digest of that week. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'case:see')) error(403, '请用自己的工号签到 · Sign in with your staff number');
	const view = await complaintsView(hall, who, complaintsAsked(url.search));
	const one = await caseView(hall, who, idIn(url.searchParams.get('case')));
	const digest = await digestFor(hall, view.digests, url.searchParams);
	return { view, one: one ?? null, digest, home: homeOf(who) };
};

/** Nobody's, where none is asked for. */
function idIn(asked: string | null): number {
	const id = Number(asked ?? 0);
	return Number.isSafeInteger(id) ? id : 0;
}

async function digestFor(hall: Hall, mayRead: boolean, asked: URLSearchParams): Promise<DigestView | null> {
	const span = asked.get('digest');
	if (span === null) return null;
	if (!mayRead) error(403, '汇总由督导人员查看 · The digest is for who supervises');
	return (await digestOf(hall, span, asked.get('day') ?? today(hall))) ?? null;
}
