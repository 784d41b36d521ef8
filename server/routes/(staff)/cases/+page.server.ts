import { error, redirect } from '@sveltejs/kit';
import { casesView, isCaseKind, isCaseList } from '../../../cases/lists.ts';
import { caseView } from '../../../cases/view.ts';
import { isAllowed } from '../../../people/access.ts';
import { homeOf } from '../../../people/home.ts';
import type { PageServerLoad } from './$types';

/** `?list=overdue` turns to a list, `?kind=matter` to one kind, `?case=18342` opens one of the cases. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'case:see')) error(403, '请用自己的工号签到 · Sign in with your staff number');
	const asked = url.searchParams.get('list') ?? 'mine';
	const kind = url.searchParams.get('kind') ?? '';
	const view = await casesView(hall, who, isCaseList(asked) ? asked : 'mine', isCaseKind(kind) ? kind : null);
	const id = Number(url.searchParams.get('case') ?? Number.NaN);
	const one = Number.isSafeInteger(id) ? await caseView(hall, who, id) : undefined;
	return { view, one: one ?? null, home: homeOf(who) };
};
