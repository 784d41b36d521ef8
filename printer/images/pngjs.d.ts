/** pngjs 7 has no types of its own; what is used of it. */
declare module 'pngjs' {
	interface Picture {
		width: number;
		height: number;
		/** red, green, blue, alpha, a byte each */
		data: Buffer;
	}
	export const PNG: { sync: { read(bytes: Uint8Array): Picture; write(picture: Picture): Buffer } };
}
