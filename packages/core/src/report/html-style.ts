// The style sheet of the HTML report, and its hash for the content security policy.

/** Logical properties only, so that right-to-left languages need no rules of their own. */
export const style = `
:root{color-scheme:light dark;--page:#f4f6f9;--card:#fff;--ink:#1b2330;--soft:#566173;--line:#dde2ea;--code:#eef1f5;--link:#1a56b0;
--fail:#a81d1d;--fail-tint:#fdeeed;--warn:#855000;--warn-tint:#fff4df;--unknown:#6a3a9c;--unknown-tint:#f5effc;--pass:#19693a;--pass-tint:#e9f6ee;--info:#1a56b0;--info-tint:#ecf3fd}
@media(prefers-color-scheme:dark){:root{--page:#11151b;--card:#191f28;--ink:#e4e8ee;--soft:#a3adbb;--line:#2d3644;--code:#232b37;--link:#8ab8ff;
--fail:#ff9d94;--fail-tint:#331b1c;--warn:#f2bf66;--warn-tint:#2f2513;--unknown:#cda9f5;--unknown-tint:#291f36;--pass:#7fd3a0;--pass-tint:#16291e;--info:#8ab8ff;--info-tint:#182638}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans Hebrew",Arial,sans-serif;-webkit-text-size-adjust:100%}
body>*{max-inline-size:62rem;margin-inline:auto;padding-inline:1.5rem}
body.many>*{max-inline-size:80rem}
body>header{padding-block:2rem 0}
main{padding-block:0 1rem}
footer{padding-block:1rem 3rem;color:var(--soft);font-size:.875rem}
h1,h2,h3,h4,h5{line-height:1.25;margin:0;overflow-wrap:anywhere;text-wrap:balance}
h1,.hero h2{font-size:1.75rem;letter-spacing:-.01em}
h2,.host h3{font-size:1.25rem;margin-block:2.5rem 1rem}
.hero h2{margin:0}
p{margin:0}
a{color:var(--link);text-underline-offset:.15em;overflow-wrap:anywhere}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
code,pre{font:.875em/1.5 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace}
code,bdi,td,dd,p,li{overflow-wrap:anywhere}
p code,li>code,dt code{background:var(--code);border-radius:.25rem;padding:.05em .3em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
svg{inline-size:1em;block-size:1em;flex:none}
.cut{fill:none;stroke:var(--cut,var(--card));stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.dot{fill:var(--cut,var(--card))}
.brand{color:var(--soft);font-size:.875rem;margin-block-end:1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem;margin-block:0 1rem}
ul.card{padding-inline-start:2.75rem}
.quiet,i{color:var(--soft)}
.fail{--tone:var(--fail);--tint:var(--fail-tint)}
.warn{--tone:var(--warn);--tint:var(--warn-tint)}
.notChecked{--tone:var(--unknown);--tint:var(--unknown-tint)}
.pass{--tone:var(--pass);--tint:var(--pass-tint)}
.info{--tone:var(--info);--tint:var(--info-tint)}
.notApplicable{--tone:var(--soft);--tint:var(--code)}
.hero{--cut:var(--tint);background:var(--tint);border-color:transparent;border-block-start:4px solid var(--tone);border-start-start-radius:.25rem;border-start-end-radius:.25rem;padding:1.75rem}
.state{display:flex;align-items:center;gap:.5rem;color:var(--tone);font-weight:700;margin-block-end:.5rem}
.state svg{font-size:1.375rem}
.reason{font-size:1.125rem;margin-block:.5rem 0;max-inline-size:44rem}
.hero dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem 2rem;margin:1.5rem 0 0}
.hero dd,.hero dt,.differences dd{margin:0}
.hero dt{color:var(--soft);font-size:.875rem}
.tally+.caution{margin-block-start:1.25rem}
.caution{border-start-start-radius:.25rem;border-end-start-radius:.25rem;padding-block:1rem;border-inline-start:4px solid var(--warn)}
.chip{--cut:var(--tint);display:inline-flex;align-items:baseline;gap:.4em;background:var(--tint);color:var(--tone);border-radius:2em;padding:.15em .75em .15em .5em;font-size:.875rem;font-weight:600;line-height:1.5;white-space:nowrap}
[dir=rtl] .chip{padding:.15em .5em .15em .75em}
.chip svg{position:relative;inset-block-start:.125em}
.counts,.tally{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;margin:0 0 1.25rem;padding:0}
.counts li{display:flex;align-items:center;gap:.4rem}
.tally{gap:1rem;margin-block:1.25rem 0}
.tally li{--cut:var(--tint);display:flex;align-items:center;gap:.5rem;background:var(--tint);color:var(--tone);border-radius:.75rem;padding:.625rem 1.125rem;font-weight:600}
.tally b{font-size:1.5rem;line-height:1.2}
b,td,time{font-variant-numeric:tabular-nums}
.over{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.25rem 1rem;margin-block-end:.75rem}
.rule{color:var(--soft);font-size:.9375rem}
.finding{border-inline-start:4px solid var(--tone);border-start-start-radius:.25rem;border-end-start-radius:.25rem}
.finding>h2,.finding>h3,.finding>h4{font-size:1.125rem;line-height:1.45;margin:0;max-inline-size:46rem;text-wrap:wrap}
.note{color:var(--soft);margin-block-start:.5rem}
.part{margin-block-start:1.25rem;max-inline-size:52rem}
.card>.part:first-child{margin-block-start:0}
.data bdi.whole{white-space:nowrap}
.part h3,.part h4,.part h5{font-size:.875rem;color:var(--soft);margin-block-end:.25rem}
.card>.part:first-child h3{color:inherit}
.part>p{max-inline-size:46rem}
.part>ul:not(.links){margin:.25rem 0 0;padding-inline-start:1.5rem}
.part>ul:not(.links)>li{margin-block-end:.75rem}
.part li>.quiet{font-size:.875rem;margin-block-start:.25rem}
.lead{color:var(--soft);margin-block:.5rem 1.5rem}
.data{margin-block-start:1.25rem;font-size:.875rem}
.data td{overflow-wrap:normal}
.card>.data:first-child{margin-block-start:0}
ol{margin:.75rem 0 0;padding-inline-start:1.5rem}
ol li{margin-block-end:.75rem}
ol li::marker{font-weight:600;color:var(--soft)}
pre{margin:.375rem 0 0;padding:.75rem 1rem;background:var(--code);border-radius:.5rem;white-space:pre-wrap;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all;text-align:start}
pre code{display:block;font-size:1em;padding-inline-start:1.5em;text-indent:-1.5em}
pre code+code{margin-block-start:.25rem}
.links{margin:0;padding-inline-start:1.25rem;font-size:.875rem}
table{border-collapse:collapse;inline-size:100%}
caption{text-align:start;padding-block-end:.375rem}
.evidence{margin-block-start:1rem;font-size:.875rem}
.evidence code{font-size:1em}
.evidence+.evidence{margin-block-start:1.25rem}
th,td{text-align:start;vertical-align:baseline;padding:.5rem 1.25rem .5rem 0;border-block-end:1px solid var(--line)}
[dir=rtl] :is(th,td){padding:.5rem 0 .5rem 1.25rem}
thead th{color:var(--soft);font-size:.8125rem;font-weight:600;padding-block:.25rem}
tbody th{font-weight:600}
tbody tr:last-child>*{border-block-end:0}
.key>*{background:var(--code);font-weight:600}
.protocols :is(th,td){padding-inline:.75rem}
.mark::before{content:"";display:inline-block;inline-size:.5rem;block-size:.5rem;border-radius:50%;border:1.5px solid var(--soft);margin-inline-end:.5rem}
.mark.on::before{background:var(--ink);border-color:var(--ink)}
.mark.unreadable::before,.mark.wrongType::before,.mark.unknownSystem::before{border-color:var(--unknown);border-radius:0;rotate:45deg}
.hosts{font-size:.875rem}
.hosts :is(th,td){padding-inline-end:1rem}
.hosts thead th{vertical-align:bottom}
.hosts .number{text-align:end}
.hosts tbody th{min-inline-size:9rem}
.hosts td{overflow-wrap:normal}
.hosts time{white-space:nowrap}
.hosts tbody th .quiet{font-weight:400}
.some{color:var(--tone);font-weight:700}
.differences{display:grid;gap:1.25rem}
.differences dt{font-weight:600;margin-block-end:.25rem}
.differences dt code{font-weight:400;background:none;padding:0}
.differences dd{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:0 1.5rem;padding-block:.125rem}
.differences .usual{color:var(--soft)}
.differences .odd .what{font-weight:600}
summary{cursor:pointer;font-weight:600}
.quiet-findings{list-style:none;margin:1rem 0 0;padding:0}
.quiet-findings>li{border-block-start:1px solid var(--line);padding-block:1rem}
.quiet-findings>li:last-child{padding-block-end:0}
.host{margin-block-start:4rem}
@media(max-width:40rem){
body>*{padding-inline:1rem}
h1,.hero h2{font-size:1.5rem}
.card,.hero{padding:1.125rem}
.stack,.stack :is(tbody,tr,th,td,caption){display:block;inline-size:auto}
.stack thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr{padding-block:.625rem;border-block-end:1px solid var(--line)}
.stack tbody tr:last-child{border-block-end:0}
.stack :is(th,td),.hosts .number{border:0;padding:.125rem 0!important;text-align:start}
.stack td{display:grid;grid-template-columns:7.5rem 1fr;gap:.5rem}
.stack td>*{justify-self:start}
.stack td::before{content:attr(data-label);color:var(--soft);font-size:.875rem}
.stack td:empty{display:none}
.differences dd{grid-template-columns:1fr}
}
@media print{
:root{color-scheme:light;--page:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--code:#f3f3f3;--link:#000;
--fail:#a81d1d;--fail-tint:#fdeeed;--warn:#855000;--warn-tint:#fff4df;--unknown:#6a3a9c;--unknown-tint:#f5effc;--pass:#19693a;--pass-tint:#e9f6ee;--info:#1a56b0;--info-tint:#ecf3fd}
html{font-size:9.5pt}
body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body>*{max-inline-size:none;padding-inline:0}
.card{padding:.875rem;break-inside:auto}
.hero,.evidence,tr,pre code,.quiet-findings>li,.over,.differences>div{break-inside:avoid}
h1,h2,h3,h4,h5,.over,caption{break-after:avoid}
.quiet-findings .evidence{display:none}
.quiet-findings>li{padding-block:.5rem}
details::details-content{content-visibility:visible;block-size:auto}
.host{break-before:page;margin-block-start:0}
}
`;

/** SHA-256 of the style sheet, base64; a test holds it to the text above. */
export const styleHash = 'CzEBpa/ThyJtDbkf5Ngeglol9IzZDwOwrf1UNs/aw9g=';
