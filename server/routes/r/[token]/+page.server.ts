import { error } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { referralView } from '../../../referrals/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { hall } = locals.running;
	const view = await referralView(hall, params.token);
	if (!view) error(404, '没有找到这张指引单 · No such referral slip');
	const lang = langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs);
	const { timeZone, file } = hall.setup;
	return { view, hall: file.hall.name, timeZone, lang };
};
