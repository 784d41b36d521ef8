import type { z } from 'zod';
import type { Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import type { Result } from '../result.ts';
import type { Right } from '../rules/rights.ts';

/** One thing that can be asked of the API. The list of them is the router, the rights and the OpenAPI document. */
export interface Operation<Body> {
	method: 'GET' | 'POST';
	/** below /api/v1, with `{names}`: `/tickets/{id}/recall` */
	path: string;
	/** who may ask; none where the address itself is the proof, as a ticket's token */
	right: Right | null;
	summary: string;
	/** what a POST must bring; an empty body counts as `{}` */
	body: z.ZodType<Body> | null;
	/** bytes of the body at most, where it may be longer than others */
	largest?: number;
	answer: z.ZodType;
	/** of a granted wish */
	status: 200 | 201;
	run(asked: Asked<Body>): Promise<Result<unknown>>;
}

export interface Asked<Body> {
	hall: Hall;
	who: Who;
	/** the values of the path's names */
	params: Readonly<Record<string, string>>;
	body: Body;
}

/** Any operation, for lists. */
export interface AnyOperation extends Omit<Operation<unknown>, 'run'> {
	run(asked: Asked<unknown>): Promise<Result<unknown>>;
}

/** Names an operation and lets its body's type flow into `run`. */
export function operation<Body>(one: Operation<Body>): AnyOperation {
	// The router gives `run` only what `body` has parsed.
	return { ...one, run: (asked) => one.run(asked as Asked<Body>) };
}
