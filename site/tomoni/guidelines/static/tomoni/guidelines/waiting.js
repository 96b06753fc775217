// Ask how far the PDF is, show it, and open it when it is ready. Without scripts the page reloads itself.
const box = document.querySelector('[data-pdf-waiting]')

async function look () {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'application/json' }, cache: 'no-store' })
    const { state, done, total } = await answer.json()
    if (state === 'ready' || state === 'failed') return location.reload()
    if (total) box.querySelector('progress').value = Math.round(done / total * 100)
  } catch {
    // The next look may find the site again.
  }
  setTimeout(look, box.dataset.pdfWaiting * 500)
}

if (box) setTimeout(look, 1000)
