// Whose site it is: the logo, and what stands at the foot of every page. Nothing where the owner has set nothing.
import { ownSettings } from '#lib/model/owner'
import { href } from '#lib/model/site'

/** Beside the name of the site, as high as its letters. */
export function Logo() {
  const { logo, logoAlt } = ownSettings
  if (!logo) return null
  return <img src={href(logo.path)} width={logo.width} height={logo.height} alt={logoAlt} />
}

/** Publisher, ways to reach it, and the numbers of the registrations, each linked as its register asks. */
export function SiteOwner() {
  const { publisher, contact, icp, police } = ownSettings
  const { address: place, telephone, mail } = contact
  const said = [publisher && `主办：${publisher}`, place && `地址：${place}`].filter(Boolean)
  if (said.length === 0 && !telephone && !mail && !icp && !police) return null
  return (
    <div className="owner">
      {said.map(text => (
        <span key={text}>{text}</span>
      ))}
      {telephone ? <a href={`tel:${dialled(telephone)}`}>{`电话：${telephone}`}</a> : null}
      {mail ? <a href={`mailto:${mail}`}>{`邮箱：${mail}`}</a> : null}
      <Registrations />
    </div>
  )
}

/** What a telephone dials: digits, then the extension after a pause. */
const dialled = (telephone: string) => telephone.replace(/转/u, ',').replace(/[^\d+,]/gu, '')

/** Links: the Ministry of Industry and Information Technology and the Ministry of Public Security ask for them at the foot of a site. */
function Registrations() {
  const { icp, police, policeIcon: icon } = ownSettings
  const digits = police.replace(/\D/gu, '')
  return (
    <>
      {icp ? (
        <a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">
          {icp}
        </a>
      ) : null}
      {police ? (
        <a
          href={`https://beian.mps.gov.cn/#/query/webSearch?code=${digits}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {icon ? <img src={href(icon.path)} width={icon.width} height={icon.height} alt="" /> : null}
          {police}
        </a>
      ) : null}
    </>
  )
}
