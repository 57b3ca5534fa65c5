// Which view an address shows. Views are loaded when they are first asked for; the first one comes with the frame.

import { LocationProvider, lazy, Route, Router } from 'preact-iso'
import { Crash } from './components/crash.tsx'
import { Frame } from './frame/frame.tsx'
import { Stands } from './views/stands/stands.tsx'

const Articles = lazy(() => import('./views/articles/articles.tsx').then((view) => view.Articles))
const Add = lazy(() => import('./views/add/add.tsx').then((view) => view.Add))
const ArticlePage = lazy(() => import('./views/articles/article.tsx').then((view) => view.ArticlePage))
const Curation = lazy(() => import('./views/curate/curation.tsx').then((view) => view.Curation))
const Speakers = lazy(() => import('./views/speakers/speakers.tsx').then((view) => view.Speakers))
const SpeakerPage = lazy(() => import('./views/speakers/speaker-page.tsx').then((view) => view.SpeakerPage))
const Questions = lazy(() => import('./views/questions/questions.tsx').then((view) => view.Questions))
const QuestionPage = lazy(() =>
  import('./views/questions/question-page.tsx').then((view) => view.QuestionPage),
)
const Tagging = lazy(() => import('./views/tag/tagging.tsx').then((view) => view.Tagging))

export const App = () => (
  <LocationProvider>
    <Frame>
      <Crash>
        <Router>
          <Route path="/" component={Stands} />
          <Route path="/add" component={Add} />
          <Route path="/articles" component={Articles} />
          <Route path="/articles/:id" component={ArticlePage} />
          <Route path="/speakers" component={Speakers} />
          <Route path="/speakers/:id" component={SpeakerPage} />
          <Route path="/tag" component={Tagging} />
          <Route path="/curate" component={Curation} />
          <Route path="/questions" component={Questions} />
          <Route path="/questions/:slug" component={QuestionPage} />
          <Route default component={Nowhere} />
        </Router>
      </Crash>
    </Frame>
  </LocationProvider>
)

const Nowhere = () => (
  <section>
    <h1>Nothing is here</h1>
    <p>
      This address leads to no view. <a href="/">Who stands where</a>
    </p>
  </section>
)
