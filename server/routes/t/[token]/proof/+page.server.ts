import { error } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { recordView } from '../../../../ledger/proof.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const { hall } = locals.running;
	const asked = Number(url.searchParams.get('head') ?? '');
	const record = await recordView(hall, params.token, Number.isSafeInteger(asked) && asked > 0 ? asked : null);
	if (!record) error(404, '没有这个号码的记录 · No record of this number');
	return {
		record,
		timeZone: hall.setup.timeZone,
		lang: langOf(request.headers.get('accept-language'), hall.setup.langs)
	};
};
