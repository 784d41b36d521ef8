/** The start of the kiosk at which a page is open, as its address says; null for a page that is at none. */
export function startOf(url: URL): string | null {
	const device = url.searchParams.get('kiosk');
	if (device !== null) return `/kiosk?${new URLSearchParams({ kiosk: device }).toString()}`;
	return url.pathname === '/kiosk' ? '/kiosk' : null;
}
