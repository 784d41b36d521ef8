import { error, redirect } from '@sveltejs/kit';
import { figures } from '../../../../figures/figures.ts';
import { today } from '../../../../hall.ts';
import { isAllowed } from '../../../../people/access.ts';
import type { PageServerLoad } from './$types';

/** `?from=2026-11-01&to=2026-11-30`; today without them. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const { hall } = locals.running;
	const { who } = locals;
	if (who.role === 'visitor') redirect(303, '/sign-in');
	if (!isAllowed(hall, who, 'figures:read')) error(403, '请用督导、管理或审计的工号签到 · Sign in as a supervisor');
	const day = today(hall);
	const asked = await figures(hall, url.searchParams.get('from') ?? day, url.searchParams.get('to') ?? day);
	if (!asked.ok) error(400, '请选择一年以内的起止日期 · Choose two days within a year');
	return {
		figures: asked.value,
		hall: hall.setup.file.hall.name,
		timeZone: hall.setup.timeZone,
		staff: who.staff ?? ''
	};
};
