import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process lives. */
export const GET: RequestHandler = () => json({ ok: true });
