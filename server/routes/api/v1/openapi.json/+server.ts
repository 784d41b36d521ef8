import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { openApi } from '../../../../api/openapi.ts';

export const GET: RequestHandler = () => json(openApi());
