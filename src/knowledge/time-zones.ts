import { lazyPattern } from '../text/lazy-pattern';

/** Abbreviations of time zones that fail2ban knows (server/strptime.py), single letters of the military ones included. */
const zones: ReadonlySet<string> = new Set(
  (
    'A ACDT ACST ACT ADT AEDT AEST AFT AKDT AKST ALMT AMST AMT ANAST ANAT AQTT ART AST AWDT AWST AZOT AZST ' +
    'AZT B BDT BIOT BNT BOT BRST BRT BTT C CAST CAT CCT CDT CEDT CEST CET CIST CKT CLST CLT COST COT CST CVT ' +
    'CXT D DAVT DFT E EASST EAST EAT ECT EDT EEDT EEST EET EGST EGT EST ET F FJST FJT FKST FKT FNT G GALT ' +
    'GAMT GET GFT GILT GIT GMT GST GYT H HAA HAC HADT HAE HAP HAR HAST HAT HAY HKT HLV HMT HNA HNC HNE HNP ' +
    'HNR HNT HNY HOVT HST I ICT IDT IOT IRDT IRKST IRKT IRST JST K KGT KRAST KRAT KST KUYT L LHDT LHST M ' +
    'MAGST MAGT MART MAWT MDT MHT MIT MMT MSD MSK MST MUT MVT MYT N NCT NDT NFT NOVST NOVT NPT NST NT NUT ' +
    'NZDT NZST O OMSST OMST P PDT PET PETST PETT PGT PHT PKT PMDT PMST PONT PST PT PWT PYST PYT Q R RET S ' +
    'SAMT SAST SBT SCT SGT SLT SRT SST T TAHT TFT THA TJT TKT TLT TMT TVT U ULAT UTC UYST UYT UZT V VET VLAST ' +
    'VLAT VUT W WAST WAT WDT WEDT WEST WET WFT WGST WGT WIB WIT WITA WST WT X Y YAKST YAKT YAPT YEKST YEKT Z'
  ).split(' '),
);

const zoneForm = lazyPattern(() => /^([A-Z](?:[A-Z]{2,4})?)?(?:[+-][01]\p{Nd}(?::?\p{Nd}{2})?)?\n?$/u);

/** Whether fail2ban takes a text as `logtimezone`: an abbreviation, an offset such as `+0200`, both, or nothing. */
export function isKnownTimeZone(text: string): boolean {
  const found = zoneForm().exec(text);
  return found !== null && (found[1] === undefined || zones.has(found[1]));
}
