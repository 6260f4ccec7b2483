// Tests that no person leaves the host with the facts.
import { expect, test } from 'vitest';
import { hidePersons } from './hide-persons.ts';

test('keeps of an address the domain and of a profile only that it is one', () => {
  expect(
    hidePersons({
      'avi.cohen@contoso.com': ['<I>CN=CA, E=admin+x@contoso.com<S>CN=mail', "o'neil@fabrikam.co.uk"],
      path: 'C:\\Users\\avi.cohen\\AppData\\Local\\Temp\\a.tmp -> c:\\documents and settings\\Dana Levi\\x',
      number: 5,
      nothing: null,
    }),
  ).toEqual({
    '*@contoso.com': ['<I>CN=CA, E=*@contoso.com<S>CN=mail', '*@fabrikam.co.uk'],
    path: 'C:\\Users\\*\\AppData\\Local\\Temp\\a.tmp -> c:\\documents and settings\\*\\x',
    number: 5,
    nothing: null,
  });
});

test.each([
  '@%SystemRoot%\\system32\\x.dll,-1',
  'HKLM\\SOFTWARE\\Users',
  'smtp:*;1',
  '%SystemRoot%\\x',
  'TLS 1.2 @ ',
])('leaves %j as it is', (text) => {
  expect(hidePersons(text)).toBe(text);
});
