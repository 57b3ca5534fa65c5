// Made-up people and bodies of invented legal news: who speaks and who listens.
import { lines } from './lines.ts'

export const PARTIES: Readonly<Record<string, readonly string[]>> = {
  PERSON: lines(`
    Ansel Groat
    Marit Quelch
    Bronwen Tolley, counsel for the ferry line
    Dorcas Imrie, who runs the archive
    Felix Arundale, general counsel at Copperleaf
    Judge Odile Prentice
    Lord Justice Haverill
    Copperleaf counsel Tamsin Yarde
    Solicitor Piers Okonedo
    Hugh Vantry, a professor of data law at Castle Moor University
    a lawyer for the tenants
    a Copperleaf spokeswoman
    the minister, Una Brackett
  `),
  BODY: lines(`
    Copperleaf
    the supplier
    the firm
    the company
    the Harbour Trust
    the Office of Public Records (OPR)
    the OPR
    the regulator
    the government
    the Ministry of Ports
    the Fenland Tenants’ Union
    the union
    the appeals court
    the panel
    the tribunal
    privacy groups
    two former employees
    the ferry line’s owners
    prosecutors
    the publishers
    critics of the scheme
  `),
  SURNAME: lines(`
    Groat
    Quelch
    Tolley
    Imrie
    Arundale
    Yarde
    Ms Brackett
    Mr Okonedo
    he
    she
    they
  `),
  LISTENER: lines(`
    the court
    a federal appeals court
    the three judges
    the panel
    a committee of MPs
    the Harbour Council
    its customers
    investors
    the Society of Notaries
    reporters
    a US district judge
    the High Court in Dunmere
    members of the House select committee
  `),
}
