Why a case came back stands in the box on its page, beside its row in the inbox and in the notice; handing it in unchanged asks first.
