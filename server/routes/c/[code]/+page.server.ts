import { error, fail, redirect } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { actByCode, noteRead } from '../../../follow/act.ts';
import { followedCase } from '../../../follow/view.ts';
import { today } from '../../../hall.ts';
import type { RefusalCode } from '../../../rules/refusal.ts';
import { kioskOf } from '../../at-kiosk.ts';
import { textField } from '../../form.ts';
import type { Actions, PageServerLoad } from './$types';

const FRESH = ['printing', 'told'] as const;

/** `?told=` right after it was told, `?done=` right after something was done in it, `?kiosk=` the kiosk it is looked at. */
export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { hall, devices } = locals.running;
	const kiosk = kioskOf(hall, locals.who, url);
	const found = await followedCase(hall, locals.who, params.code, kiosk?.device ?? null);
	if (!found.ok) turnedAway(found.refusal);
	// Staff who look something up for a visitor do not count as the visitor who has read it.
	if (locals.who.staff === undefined) await noteRead(hall, locals.who, found.value.code);
	const { timeZone, file } = hall.setup;
	return {
		...{ view: found.value, kiosk, timeZone, hall: file.hall.name, today: today(hall) },
		fresh: freshOf(url, kiosk !== null && devices.paper(kiosk.device).paper === 'out'),
		done: url.searchParams.get('done'),
		lang: langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs)
	};
};

function turnedAway(code: RefusalCode): never {
	if (code === 'too-many-tries') error(429, '请稍后再试 · Please try again in a minute');
	error(404, '没有找到这个查询码 · No such code');
}

/** What is told right after it was said; without paper there is nothing to take. */
function freshOf(url: URL, out: boolean): 'printing' | 'told' | 'paper-out' | null {
	const said = FRESH.find((one) => one === url.searchParams.get('told')) ?? null;
	return said !== null && out ? 'paper-out' : said;
}

export const actions: Actions = {
	act: async ({ request, locals, params, url }) => {
		const { hall } = locals.running;
		const form = await request.formData();
		const act = textField(form, 'act');
		const device = kioskOf(hall, locals.who, url)?.device ?? null;
		const acted = await actByCode(hall, locals.who, params.code, { act, text: textField(form, 'text'), device });
		if (!acted.ok) return fail(409, { code: acted.refusal });
		const query = new URLSearchParams(url.searchParams);
		for (const name of ['/act', 'told']) query.delete(name);
		query.set('done', act);
		redirect(303, `/c/${params.code}?${query.toString()}`);
	}
};
