/** What a browser without scripts does: sends the sign-in form and keeps the cookie. */
export interface Signed {
	status: number;
	/** where it is sent on to; null when it stays on the form */
	location: string | null;
	/** `gd_session=…`, for the cookie header; empty when there is none */
	cookie: string;
	/** the page that came instead, when it was refused */
	page: string;
}

/** Signs in with the fields of the form: `link` or `staff`, `password`, `window`. */
export async function signIn(url: string, fields: Record<string, string>): Promise<Signed> {
	const response = await fetch(`${url}/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, accept: 'text/html' },
		body: new URLSearchParams(fields)
	});
	return {
		status: response.status,
		location: response.headers.get('location'),
		cookie: response.headers.getSetCookie().join('; ').split(';')[0] ?? '',
		page: await response.text()
	};
}
