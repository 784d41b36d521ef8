import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { isAllowed } from '../../../people/access.ts';
import { findMedium, rangeOf } from '../../../screens/media.ts';
import type { RequestHandler } from './$types';

/** A picture or a video beside the calls; videos are asked for in parts. */
export const GET: RequestHandler = (event) =>
	answer(event, (path, range) => Readable.toWeb(createReadStream(path, range)));

/** The same without the file: what it is, and how long. */
export const HEAD: RequestHandler = (event) => answer(event, () => null);

async function answer(
	{ params, request, locals }: Parameters<RequestHandler>[0],
	bodyOf: (path: string, range: { start: number; end: number }) => unknown
): Promise<Response> {
	const { hall, mediaFolder } = locals.running;
	if (!isAllowed(hall, locals.who, 'screen:watch'))
		error(403, '本机未登记为屏幕 · This device is not enrolled as a screen');
	const found = await findMedium(mediaFolder, params.file);
	if (!found.ok) error(404, '没有这个文件 · No such file');
	const { path, type, bytes } = found;
	const range = rangeOf(request.headers.get('range'), bytes);
	if (range === undefined)
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${String(bytes)}` } });
	const { from, to } = range ?? { from: 0, to: bytes - 1 };
	const headers = {
		'content-type': type,
		'content-length': String(to - from + 1),
		'accept-ranges': 'bytes',
		'x-content-type-options': 'nosniff',
		'cache-control': 'private, max-age=3600',
		...(range && { 'content-range': `bytes ${String(from)}-${String(to)}/${String(bytes)}` })
	};
	// Node's own stream and the browser's are one at run time, and two to the compiler.
	const body = bodyOf(path, { start: from, end: to }) as ReadableStream | null;
	return new Response(body, { status: range ? 206 : 200, headers });
}
