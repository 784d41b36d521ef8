/** Bytes of a file as text: UTF-8, else GB18030, in which table programs here often save. Throws a RangeError or SyntaxError for neither. */
import type { OrderSheet } from './import.ts';

function textIn(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
	}
}

/** What a file of the platform holds: a JSON list, alone or as `orders`, else a sheet. Undefined for what can be read as neither. */
export function sheetIn(bytes: Uint8Array, isJson: boolean): OrderSheet | undefined {
	try {
		const text = textIn(bytes);
		if (!isJson) return { csv: text };
		const value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
		const list = typeof value === 'object' && value !== null && 'orders' in value ? value.orders : value;
		return Array.isArray(list) ? { orders: list as unknown[] } : undefined;
	} catch {
		return undefined;
	}
}
