// Tests reading what PowerShell makes of objects.
import { describe, expect, test } from 'vitest';
import { readClixml } from './clixml.ts';

const envelope = (inner: string) =>
  `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n  ${inner}\r\n</Objs>`;

describe('readClixml', () => {
  test('reads dictionaries, lists and plain values', () => {
    const text = envelope(`<Obj RefId="0">
      <TN RefId="0"><T>System.Collections.Hashtable</T><T>System.Object</T></TN>
      <DCT>
        <En><S N="Key">path</S><S N="Value">HKLM\\X &amp; &lt;Y&gt; &quot;</S></En>
        <En><S N="Key">data</S><I64 N="Value">4294967295</I64></En>
        <En><S N="Key">on</S><B N="Value">true</B></En>
        <En><S N="Key">off</S><B N="Value">false</B></En>
        <En><S N="Key">nothing</S><Nil N="Value" /></En>
        <En><S N="Key">empty</S><S N="Value"></S></En>
        <En><S N="Key">list</S><Obj N="Value" RefId="1"><TN RefId="1"><T>System.Object[]</T></TN>
          <LST><S>a</S><I32>-5</I32><Obj RefId="2"><TNRef RefId="0" /><DCT /></Obj></LST></Obj></En>
        <En><S N="Key">again</S><Ref N="Value" RefId="1" /></En>
        <En><S N="Key">none</S><Obj N="Value" RefId="3"><TNRef RefId="1" /><LST /></Obj></En>
      </DCT></Obj>`);
    const list = ['a', -5, {}];
    expect(readClixml(text)).toEqual({
      path: 'HKLM\\X & <Y> "',
      data: 4_294_967_295,
      on: true,
      off: false,
      nothing: null,
      empty: '',
      list,
      again: list,
      none: [],
    });
  });

  test('gives back what XML cannot hold: control characters, lone surrogates, and what looks like an escape', () => {
    expect(
      readClixml(envelope('<S>a_x000D__x000A_b_xD83D__xDE00__xD83D__x005F_x000A_ &#x5D0;&#65;</S>')),
    ).toBe('a\r\nb\u{1f600}\ud83d_x000A_ אA');
  });

  test('takes a value out of an envelope of notes', () => {
    expect(
      readClixml(
        envelope(
          '<Obj RefId="0"><TN RefId="0"><T>x</T></TN><ToString>5</ToString><I32>5</I32><MS><S N="n">y</S></MS></Obj>',
        ),
      ),
    ).toBe(5);
    expect(readClixml(envelope('<Obj RefId="0"><ToString>text</ToString><MS /></Obj>'))).toBe('text');
    expect(readClixml(envelope('<Obj RefId="0"><TN RefId="0"><T>x</T></TN></Obj>'))).toBeNull();
  });

  test.each([
    ['nothing', ''],
    ['no XML', 'Get-Service : error'],
    ['another root', '<a><b></b></a>'],
    ['an empty envelope', envelope('')],
    ['a cut text', envelope('<S>abc</S>').slice(0, 100)],
    ['wrong nesting', envelope('<Obj><LST></Obj></LST>')],
    ['a document type', `<!DOCTYPE x [<!ENTITY e "x">]>${envelope('<S>&e;</S>')}`],
    ['a pit', envelope('<LST>'.repeat(10_000))],
  ])('refuses %s', (_, text) => {
    expect(() => readClixml(text)).toThrow(SyntaxError);
  });
});
