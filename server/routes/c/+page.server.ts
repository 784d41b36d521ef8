import { redirect } from '@sveltejs/kit';
import { langOf } from '#display/words/index.ts';
import { readVisitorCode } from '../../rules/visitor-code.ts';
import type { PageServerLoad } from './$types';

/** `?code=` as it was typed: one that can be nobody's is typed again, any other is looked up. */
export const load: PageServerLoad = ({ locals, url, request }) => {
	const { hall } = locals.running;
	const typed = url.searchParams.get('code');
	const lang = langOf(url.searchParams.get('lang') ?? request.headers.get('accept-language'), hall.setup.langs);
	const code = typed === null ? undefined : readVisitorCode(typed);
	if (code !== undefined) redirect(303, `/c/${code}?lang=${lang}`);
	return { hall: hall.setup.file.hall.name, lang, typed: typed ?? '', wrong: typed !== null };
};
