import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jpeg, segment } from '#test/fixtures/jpeg.ts';
import { LARGEST_PHOTO, photoFault } from './photograph.ts';

describe('S-05 a photograph tells nothing but its picture', () => {
	test('a plain JPEG is one, also a progressive one with restarts and a colour profile', () => {
		expect(photoFault(jpeg())).toBeUndefined();
		expect(photoFault(jpeg(segment(0xe0, 'JFIF\0')))).toBeUndefined();
		expect(photoFault(jpeg(segment(0xe2, 'ICC_PROFILE\0profile')))).toBeUndefined();
		expect(
			photoFault(jpeg(segment(0xc2, 'frame'), segment(0xda, 'x\xff\x00\xff\xd3y'), segment(0xc4, 'tables')))
		).toBeUndefined();
	});

	test.each([
		['EXIF', segment(0xe1, 'Exif\0\0place')],
		['XMP', segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0x')],
		['a comment', segment(0xfe, 'taken by')],
		['a thumbnail of several pictures', segment(0xe2, 'MPF\0more')],
		['IPTC', segment(0xed, 'Photoshop 3.0\0')]
	])('%s is refused', (_, more) => {
		expect(photoFault(jpeg(more))).toBe('photo-tells-more');
	});

	test('something behind the end is refused', () => {
		expect(photoFault(Uint8Array.from([...jpeg(), 0x50, 0x4b]))).toBe('photo-tells-more');
	});

	test.each([
		['nothing', new Uint8Array()],
		['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
		['a page', new TextEncoder().encode('<script>alert(1)</script>')],
		['half a picture', jpeg().subarray(0, jpeg().length - 2)],
		['a picture without one', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])]
	])('%s is no photograph', (_, bytes) => {
		expect(photoFault(bytes)).toBe('not-a-photo');
	});

	test('one that is too large is refused unread', () => {
		expect(photoFault(new Uint8Array(LARGEST_PHOTO + 1))).toBe('photo-too-large');
	});

	test('whatever bytes come, an answer comes; what is cut anywhere is none', () => {
		const whole = jpeg(segment(0xe0, 'JFIF\0'));
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(['not-a-photo', 'photo-tells-more']).toContain(photoFault(Uint8Array.from([0xff, 0xd8, ...bytes])));
			}),
			{ numRuns: 200 }
		);
		for (let length = 0; length < whole.length; length += 1) {
			expect(photoFault(whole.subarray(0, length)), `${String(length)} bytes`).toBe('not-a-photo');
		}
	});
});
