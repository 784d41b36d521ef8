import { error, redirect } from '@sveltejs/kit';
import { caseView } from '../../../cases/view.ts';
import { digestOf } from '../../../complaints/digest.ts';
import { complaintsAsked, complaintsView } from '../../../complaints/view.ts';
import { today } from '../../../hall.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import type { PageServerLoad } from './$types';

/** `?list=closed&class=conduct` are filters, `?case=18342` opens one; `?digest=week&day=2026-11-25` is the digest of that week. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'case:see')) error(403, '请用自己的工号签到 · Sign in with your staff number');
	const view = await complaintsView(hall, who, complaintsAsked(url.search));
	const id = Number(url.searchParams.get('case') ?? Number.NaN);
	const one = Number.isSafeInteger(id) ? await caseView(hall, who, id) : undefined;
	const span = url.searchParams.get('digest');
	if (span !== null && !view.digests) error(403, '汇总由督导人员查看 · The digest is for who supervises');
	const day = url.searchParams.get('day') ?? today(hall);
	const digest = span === null ? undefined : await digestOf(hall, span, day);
	return { view, one: one ?? null, digest: digest ?? null, home: homeOf(who) };
};
