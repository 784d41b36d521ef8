import { error, redirect } from '@sveltejs/kit';
import { today } from '../../../../hall.ts';
import { opinionViews } from '../../../../opinions/view.ts';
import { isAllowed } from '../../../../people/access.ts';
import { addDays, isDay } from '../../../../rules/day.ts';
import type { PageServerLoad } from './$types';

/** `?from=2026-11-01&to=2026-11-30`; the last seven days without them. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'opinion:read')) error(403, '请用督导、管理或审计的工号签到 · Sign in as a supervisor');
	const to = url.searchParams.get('to') ?? today(hall);
	const from = url.searchParams.get('from') ?? (isDay(to) ? addDays(to, -6) : '');
	if (!isDay(from) || !isDay(to)) error(400, '请选择起止日期 · Choose two days');
	return {
		...{ from, to, opinions: await opinionViews(hall, who, { from, to }) },
		hall: hall.setup.file.hall.name,
		timeZone: hall.setup.timeZone,
		staff: who.staff ?? ''
	};
};
