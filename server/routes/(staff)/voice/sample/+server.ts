import { error, json } from '@sveltejs/kit';
import { isAllowed } from '../../../../people/access.ts';
import { renderSample } from '../../../../voice/page.ts';
import type { RequestHandler } from './$types';

/** `?in=yue&sample=2`: the address of one announcement, as the hall would hear it. */
export const GET: RequestHandler = async ({ url, locals }) => {
	const { hall, voices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:bench')) error(403, 'not allowed');
	const asked = url.searchParams;
	const said = await renderSample(voices, asked.get('in') ?? '', Number(asked.get('sample') ?? '0'));
	if (!said) error(404, 'no such language or sample');
	if (!said.ok) error(503, said.why);
	return json({ audio: `/clips/${said.name}`, seconds: said.seconds, text: said.text, missing: said.missing });
};
