import type { RequestHandler } from './$types';
import { answer } from '../../../../api/answer.ts';

const handler: RequestHandler = ({ request, params, locals }) => {
	const { hall, log } = locals.running;
	return answer(request, params.path, {
		hall,
		who: locals.who,
		onTrouble: (error) => log.error({ err: error, path: params.path }, 'api')
	});
};

export const GET = handler;
export const POST = handler;
/** Every other method is refused by the same kind of document. */
export const fallback = handler;
