import { json } from '@sveltejs/kit';

/** Says back the JSON it was sent. */
export const POST = async ({ request }: { request: Request }): Promise<Response> => json(await request.json());
