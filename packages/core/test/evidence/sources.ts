// One source of each form, with an error of the given words in it: for tests that hold for all forms alike.
import { exchangeBounce, germanText, oldText, postfixBounce } from './bounces.ts';

export type SourceOf = (error: string) => string;

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const sources: Readonly<Record<string, SourceOf>> = {
  list: (error) =>
    `Identity : EX01\\3\nStatus : Retry\nMessageCount : 2\nLastError : ${error}\n\nIdentity : EX01\\4\nStatus : Ready\nMessageCount : 0\n`,
  table: (error) =>
    `Identity Status MessageCount LastError\n-------- ------ ------------ ---------\nEX01\\3   Retry             2 ${error}\nEX01\\4   Ready             0\n`,
  csv: (error) =>
    `"Identity","Status","MessageCount","LastError","NextHopDomain"\r\n"EX01\\3","Retry","2","${error.replaceAll('"', '""')}","contoso.com"\r\n"EX01\\4","Ready","0","",""\r\n`,
  json: (error) =>
    JSON.stringify([
      { Identity: 'EX01\\3', Status: 'Retry', MessageCount: 2, LastError: error },
      { Identity: 'EX01\\4', Status: 'Ready', MessageCount: 0 },
    ]),
  clixml: (error) =>
    `<Objs Version="1.1.0.1"><Obj RefId="0"><Props><S N="Identity">EX01\\3</S><S N="Status">Retry</S><S N="LastError">${xml(error)}</S></Props></Obj><Obj RefId="1"><Props><S N="Identity">EX01\\4</S><S N="Status">Ready</S></Props></Obj></Objs>`,
  message: (error) =>
    `Identity : EX01\\3\\77\nFromAddress : jane@contoso.com\nStatus : Retry\nLastError : ${error}\nQueue : EX01\\3\n`,
  trace: (error) =>
    `Date,Event,Action,Detail,SenderAddress,RecipientAddress\r\n2023-03-07T18:46:06Z,Defer,,"${error.replaceAll('"', '""')}",jane@fabrikam.com,john@contoso.com\r\n`,
  traceText: (error) => `Reason: [{LED=${error}};{MSG=};{FQDN=mx.contoso.com};{IP=192.0.2.1}]`,
  eventXml: (error) =>
    `<Events><Event><System><Provider Name="MSExchangeTransport"/><EventID>2017</EventID><TimeCreated SystemTime="2026-01-17T20:27:36Z"/></System><EventData><Data>x</Data></EventData></Event></Events>\n<!-- -->${error.slice(0, 0)}`,
  mail: (error) => exchangeBounce.replace('550 4.4.7 QUEUE.Exp=\r\nired; message expired', error),
  status: (error) => postfixBounce.replace(/451 5\.7\.3 STARTTLS is required to\n {4}send mail/, error),
  german: (error) => germanText.replace(/'550 5\.4\.317.*'/, `'${error}'`),
  old: (error) => oldText.replace('530 5.7.0 Must issue a STARTTLS command first', error),
  text: (error) => `We see this in the log:\n\n  ${error}\n\nWhat is it?\n`,
};

/** Those in which an error stands as text. */
export const withError: readonly (readonly [string, SourceOf])[] = Object.entries(sources).filter(
  ([name]) => name !== 'eventXml',
);
