import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import type { Lines } from '../../../../../commission/lines.ts';
import { SEEN } from '../../../../../commission/view.ts';
import { isAllowed } from '../../../../../people/access.ts';
import type { Who } from '../../../../../people/who.ts';
import type { Result } from '../../../../../result.ts';
import type { RequestHandler } from './$types';

const wish = z.discriminatedUnion('do', [
	z.strictObject({ do: z.literal('begin'), bus: z.string() }),
	z.strictObject({ do: z.literal('seen'), seen: z.enum(SEEN) }),
	z.strictObject({ do: z.literal('again'), board: z.string() }),
	z.strictObject({ do: z.literal('scan'), upTo: z.int().min(1).max(255) }),
	z.strictObject({ do: z.literal('end') })
]);

export const POST: RequestHandler = async ({ request, locals }) => {
	const { hall, devices } = locals.running;
	if (!isAllowed(hall, locals.who, 'device:commission')) error(403, 'not allowed');
	const given = wish.safeParse(await request.json().catch(() => undefined));
	if (!given.success) error(400, 'begin, seen, again, scan or end');
	if (!devices.lines) error(404, 'another process drives the lines');
	const result = granted(devices.lines, locals.who, given.data);
	return result.ok ? json({ ok: true }) : json({ code: result.refusal }, { status: 409 });
};

function granted(lines: Lines, who: Who, given: z.output<typeof wish>): Result<null> {
	switch (given.do) {
		case 'begin':
			return lines.begin(who, given.bus);
		case 'seen':
			return lines.seen(given.seen);
		case 'again':
			return lines.again(given.board);
		case 'scan':
			return lines.scan(given.upTo);
		case 'end':
			return lines.end();
	}
}
