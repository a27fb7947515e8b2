// Only lists have one: it begins the answer with 200, after which a report that does not exist could not be 404.
export { PageLoading as default } from "@/components/ui/PageLoading";
